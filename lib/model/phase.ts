/**
 * When an object is applied, relative to the installation of the extension. What the installation needs or must find
 * comes before it; what needs the extension's namespace, Services or kinds comes after it.
 */
export type Phase = 'before-extension' | 'after-extension';
