// What the focus is on, as far as single keys are concerned.

const TYPED = 'input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable=true]'
const PRESSED = 'button, a[href], summary, input, select, textarea'

/** Letters belong to what is focused. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches(TYPED)
}

/** The space bar belongs to what is focused. */
export function answersSpace(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches(PRESSED)
}

/** Keys pressed in a dialog are the dialog's own. */
export function inDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('dialog') !== null
}
