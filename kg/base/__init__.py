"""What every workspace knows unsaid: states and their offices, great media, international organisations.

``ontology/base/`` holds it as tables that ship; a build takes from it what the facts name and nowhere describe, and an
import, a search that missed and whoever writes claims look names up in it.
"""
