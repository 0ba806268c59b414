const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a literal text is a GUID as Azure writes ids of subscriptions, tenants and identities; in either case. */
export function isGuid(text: string): boolean {
  return GUID.test(text);
}
