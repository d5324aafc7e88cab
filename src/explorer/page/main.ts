import { element } from './dom.ts';
import { Explorer } from './explorer.ts';
import { readData } from './read-data.ts';

async function start(): Promise<void> {
  const main = document.getElementById('main');
  if (main === null) return;
  try {
    new Explorer(await readData()).start(main);
  } catch (error) {
    main.replaceChildren(element('p', { role: 'alert' }, [`This page could not be drawn; a newer browser may help. ${String(error)}`]));
    throw error;
  }
}

void start();
