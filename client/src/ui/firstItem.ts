/**
 * Puts the keyboard on the first item of a menu that is just being fetched: by the time it is there, it no longer knows
 * that a key opened it. Gives up after two seconds.
 */
export function focusFirstItem(): void {
  const until = performance.now() + 2000;
  let held = 0;
  const look = (): void => {
    const menu = document.querySelector<HTMLElement>('[role="menu"][data-state="open"]');
    const item = menu?.querySelector<HTMLElement>('[role^="menuitem"]:not([data-disabled])');
    // The menu takes the focus itself once it stands; who moved on to another item in the meantime is left alone.
    if (item && (document.activeElement === menu || !menu?.contains(document.activeElement))) item.focus();
    else if (item) held++;
    if (held < 3 && performance.now() < until) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
