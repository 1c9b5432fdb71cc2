import { cutIntoPieces, findDomPoint, selectedRange, type TextNodePiece } from "@/lib/text/selection";

type TextNode = { node: Text } & TextNodePiece;

/** A selection in the article: its range (code points), its words, and its box on the screen. */
export type TextSelection = { start: number; end: number; words: string; box: DOMRect };

/**
 * Returns the article's text nodes in `root`: those in elements with `data-start`, without numbers of marks.
 */
function textNodes(root: HTMLElement): TextNode[] {
  return [...root.querySelectorAll<HTMLElement>("[data-start]")].flatMap((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    while (walker.nextNode()) nodes.push(walker.currentNode as Text);
    const pieces = cutIntoPieces(
      Number(element.dataset.start),
      nodes.map(({ data }) => data),
    );
    return nodes.flatMap((node, i) => (pieces[i] ? [{ node, ...pieces[i] }] : []));
  });
}

/** Returns the selection in `root`; null where nothing or only white space is selected. */
export function readSelection(root: HTMLElement): TextSelection | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return null;
  const parts = textNodes(root)
    .filter(({ node }) => range.intersectsNode(node))
    .map(({ node, ...piece }) => ({
      ...piece,
      from: node === range.startContainer ? range.startOffset : 0,
      to: node === range.endContainer ? range.endOffset : node.length,
    }));
  const textRange = selectedRange(parts);
  const box = [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect();
  return textRange && { ...textRange, words: selection.toString().replace(/\s+/g, " ").trim(), box };
}

/** Selects a range of the text (code points) on the screen, and scrolls it into view. */
export function showSelection(root: HTMLElement, { start, end }: { start: number; end: number }): void {
  const nodes = textNodes(root);
  const [from, to] = [findDomPoint(nodes, start, "start"), findDomPoint(nodes, end, "end")];
  const [first, last] = [nodes[from?.piece ?? -1]?.node, nodes[to?.piece ?? -1]?.node];
  if (!from || !to || !first || !last) return;
  getSelection()?.setBaseAndExtent(first, from.offset, last, to.offset);
  const box = getSelection()?.getRangeAt(0).getBoundingClientRect();
  if (box && (box.top < 0 || box.bottom > innerHeight * 0.8)) scrollBy({ top: box.top - innerHeight / 3 });
}
