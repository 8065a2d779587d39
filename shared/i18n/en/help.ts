import type { Catalogue } from '../catalogue.ts';
import type { help as vi } from '../vi/help.ts';

export const help: Catalogue<typeof vi> = {
  title: 'Help',
  guide: 'User guide',
  language: 'The guide is written in Vietnamese.',
  search: 'Search the guide, diacritics not needed',
  contents: 'Contents',
  back: 'Back',
  print: 'Print this chapter…',
  printAll: 'Print the whole guide…',
  close: 'Close help',
  nothing: 'No chapter has “{{query}}”.',
  found: 'Found',
  enlarge: 'Enlarge the picture: {{alt}}',
  shrink: 'Shrink the picture',
  keys: '/ search · Alt+← back · Ctrl+P print · Esc close',
  paper: 'Guide: {{title}}',
  palette: 'Help about this screen',
  pictures: 'Pictures show the sample commune; its people and dossiers are invented.',
};
