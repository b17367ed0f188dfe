/** Where menus are put: within the page's main part, so that a screen reader's list of regions leads to them. */
export function landmark(): HTMLElement | null {
  return document.getElementById("desk");
}
