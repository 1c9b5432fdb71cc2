import { piecesFrom, type ShownPiece, selectedRange, shownPoint } from "@/lib/text/selection";

type ShownNode = { node: Text } & ShownPiece;

/** The words selected in a shown text: their place in it (code points) and where they are on the screen. */
export type Selected = { start: number; end: number; words: string; box: DOMRect };

/** Every text node of the article inside `root`; what carries no `data-start`, such as the number of a mark, is not of it. */
function shownNodes(root: HTMLElement): ShownNode[] {
  return [...root.querySelectorAll<HTMLElement>("[data-start]")].flatMap((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    while (walker.nextNode()) nodes.push(walker.currentNode as Text);
    const pieces = piecesFrom(
      Number(element.dataset.start),
      nodes.map(({ data }) => data),
    );
    return nodes.flatMap((node, i) => (pieces[i] ? [{ node, ...pieces[i] }] : []));
  });
}

/** What is selected inside of `root`; null where nothing is, or only white space. */
export function readSelection(root: HTMLElement): Selected | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return null;
  const parts = shownNodes(root)
    .filter(({ node }) => range.intersectsNode(node))
    .map(({ node, ...piece }) => ({
      ...piece,
      from: node === range.startContainer ? range.startOffset : 0,
      to: node === range.endContainer ? range.endOffset : node.length,
    }));
  const found = selectedRange(parts);
  const box = [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect();
  return found && { ...found, words: selection.toString().replace(/\s+/g, " ").trim(), box };
}

/** Selects a range of the text (code points) on the screen, and scrolls it into view. */
export function showSelection(root: HTMLElement, { start, end }: { start: number; end: number }): void {
  const nodes = shownNodes(root);
  const [from, to] = [shownPoint(nodes, start, "start"), shownPoint(nodes, end, "end")];
  const [first, last] = [nodes[from?.piece ?? -1]?.node, nodes[to?.piece ?? -1]?.node];
  if (!from || !to || !first || !last) return;
  getSelection()?.setBaseAndExtent(first, from.offset, last, to.offset);
  const box = getSelection()?.getRangeAt(0).getBoundingClientRect();
  if (box && (box.top < 0 || box.bottom > innerHeight * 0.8)) scrollBy({ top: box.top - innerHeight / 3 });
}
