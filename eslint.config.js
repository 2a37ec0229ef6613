// Style of the page's code: kg/show/page/src.

import js from '@eslint/js';
import globals from 'globals';

export default [
  { ignores: ['**/*', '!kg/', '!kg/show/', '!kg/show/page/', '!kg/show/page/src/', '!kg/show/page/src/*.js'] },
  js.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, vis: 'readonly', ROUTE_WORKER: 'readonly' } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      curly: ['error', 'multi-line'],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'id-length': ['error', { min: 2, properties: 'never', exceptions: ['x', 'y', '_'] }],
      'max-lines-per-function': ['error', { max: 55 }],
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML' },
        { property: 'outerHTML' },
        { property: 'insertAdjacentHTML' },
      ],
      'no-shadow': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': ['error', { destructuring: 'all' }],
    },
  },
  { files: ['**/build.js'], languageOptions: { globals: globals.node } },
];
