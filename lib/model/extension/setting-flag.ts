/** True and false as the documentation writes them in settings. */
export function flagText(value: boolean): 'True' | 'False' {
  return value ? 'True' : 'False';
}
