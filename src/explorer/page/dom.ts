/** Elements are made here and nowhere else: what is shown becomes text and attributes, and is never read as markup. */

export type Attributes = Readonly<Record<string, string | number | undefined>>;
export type Child = Node | string;

const SVG = 'http://www.w3.org/2000/svg';

export function element<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, attributes: Attributes = {}, children: readonly Child[] = []): HTMLElementTagNameMap[Tag] {
  return filled(document.createElement(tag), attributes, children);
}

export function svgElement<Tag extends keyof SVGElementTagNameMap>(tag: Tag, attributes: Attributes = {}, children: readonly Child[] = []): SVGElementTagNameMap[Tag] {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

function filled<T extends Element>(made: T, attributes: Attributes, children: readonly Child[]): T {
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

export function button(text: string, onClick: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, [text]);
  made.addEventListener('click', onClick);
  return made;
}

/** Returns a name from outside: it may be written from right to left, and must not turn what stands beside it. */
export function foreign(text: string): HTMLElement {
  return element('bdi', {}, [text]);
}

/** Terms and what is said of each. */
export function facts(rows: readonly (readonly [term: string, ...said: Child[]])[]): HTMLDListElement {
  return element('dl', { class: 'facts' }, rows.map(([term, ...said]) => element('div', {}, [element('dt', {}, [term]), element('dd', {}, said)])));
}

/** Returns a part of the page with a heading, which names it. */
export function section(id: string, title: string, children: readonly Child[]): HTMLElement {
  return element('section', { id, 'aria-labelledby': `${id}-title` }, [element('h2', { id: `${id}-title` }, [title]), ...children]);
}

/** Returns a table whose first column names the rows. Numbers stand to the right. */
export function dataTable(caption: string, headings: readonly string[], rows: readonly (readonly Child[])[]): HTMLElement {
  const head = element('tr', {}, headings.map((heading) => element('th', { scope: 'col' }, [heading])));
  const body = rows.map(([first = '', ...cells]) => element('tr', {}, [element('th', { scope: 'row' }, [first]), ...cells.map((cell) => element('td', {}, [cell]))]));
  return scrolling(caption, element('table', {}, [element('caption', {}, [caption]), element('thead', {}, [head]), element('tbody', {}, body)]));
}

/** Returns what may be wider than the screen; the keyboard can scroll it. */
export function scrolling(label: string, content: Node): HTMLElement {
  return element('div', { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': label }, [content]);
}

/** Returns a list that shows its first items, and all of them when that is asked for. */
export function shortened<T>(items: readonly T[], most: number, render: (items: readonly T[]) => HTMLElement): HTMLElement {
  const box = element('div', {}, [render(items.slice(0, most))]);
  if (items.length <= most) return box;
  box.append(
    button(`Show all ${items.length.toLocaleString('en-US')}`, () => {
      const whole = render(items);
      box.replaceChildren(whole);
      whole.querySelector<HTMLElement>('button')?.focus();
    }),
  );
  return box;
}
