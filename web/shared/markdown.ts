// The guide's Markdown as HTML: headings, paragraphs, lists, tables, images, links, bold, code. The texts are the
// project's own; still nothing of them is taken as HTML.
const escape = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

export interface Links {
  image: (path: string) => string;
  page: (path: string) => string;
}

function inline(text: string, links: Links): string {
  return escape(text)
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/!\[([^\]]*)\]\(([^)\s]+)\)/g, (_all, alt: string, path: string) => {
      return `<img src="${escape(links.image(path))}" alt="${alt}" loading="lazy">`;
    })
    .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, (_all, word: string, path: string) => {
      return `<a href="${escape(links.page(path))}">${word}</a>`;
    });
}

const cells = (line: string) =>
  line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());

function table(lines: string[], links: Links): string {
  const row = (line: string, tag: string) =>
    `<tr>${cells(line)
      .map((cell) => `<${tag}>${inline(cell, links)}</${tag}>`)
      .join('')}</tr>`;
  const body = lines.slice(2).map((line) => row(line, 'td'));
  return `<table class="list"><thead>${row(lines[0]!, 'th')}</thead><tbody>${body.join('')}</tbody></table>`;
}

function block(lines: string[], links: Links): string {
  const first = lines[0]!;
  const heading = /^(#{1,4}) (.+)$/.exec(first);
  if (heading) {
    const level = heading[1]!.length;
    const rest = lines.slice(1);
    return `<h${level}>${inline(heading[2]!, links)}</h${level}>${rest.length ? block(rest, links) : ''}`;
  }
  if (first.startsWith('|') && lines.length >= 2) return table(lines, links);
  const list = /^(?:[-*]|\d+\.) /;
  if (list.test(first)) {
    const items: string[] = [];
    for (const line of lines) {
      if (list.test(line)) items.push(line.replace(list, ''));
      else items[items.length - 1] += line.trim();
    }
    const tag = /^\d/.test(first) ? 'ol' : 'ul';
    return `<${tag}>${items.map((item) => `<li>${inline(item, links)}</li>`).join('')}</${tag}>`;
  }
  return `<p>${inline(lines.join(''), links)}</p>`;
}

export function toHtml(markdown: string, links: Links): string {
  return markdown
    .split(/\n\s*\n/)
    .map((part) => part.split('\n').filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0)
    .map((lines) => block(lines, links))
    .join('\n');
}
