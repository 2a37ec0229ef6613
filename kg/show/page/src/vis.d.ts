// What the page uses of vis-network 9.1.2, which comes with pyvis as a script of its own.

interface VisNetwork {
  /** Insides of vis: the only way to the curve that it draws. */
  body: {
    edges: Record<string, { connected: boolean; edgeType: { getPoint(share: number): { x: number; y: number } } }>;
  };
  on(event: 'beforeDrawing' | 'afterDrawing', action: (context: CanvasRenderingContext2D) => void): void;
  on(event: 'click' | 'doubleClick' | 'dragEnd', action: (at: { nodes: string[]; edges: string[] }) => void): void;
  on(event: 'hoverNode' | 'blurNode', action: (at: { node: string }) => void): void;
  on(event: 'hoverEdge' | 'blurEdge', action: (at: { edge: string; event: MouseEvent }) => void): void;
  setOptions(options: object): void;
  redraw(): void;
  destroy(): void;
  getScale(): number;
  getViewPosition(): { x: number; y: number };
  getPositions(ids: string[]): Record<string, { x: number; y: number }>;
  canvasToDOM(at: { x: number; y: number }): { x: number; y: number };
  moveTo(view: { position?: { x: number; y: number }; scale?: number; animation?: object | false }): void;
}

interface VisDataSet {
  update(rows: object[]): void;
}

declare const vis: {
  Network: new (holder: HTMLElement, data: { nodes: VisDataSet; edges: VisDataSet }, options: object) => VisNetwork;
  DataSet: new (rows: object[]) => VisDataSet;
};

interface Window {
  /** What an embedding page, or a test, may ask for: see main.js. */
  kg: Readonly<Record<string, unknown>>;
  /** What was packed into an element: see assets/unpack.js. */
  unpacked: (element: Element) => Response;
}
