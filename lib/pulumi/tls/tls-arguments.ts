/** Texts of TLS secrets that the program has to know: names and the list of objects are made of them. */
export type LiteralTlsText = 'revision' | 'validOn' | 'objectName' | 'objectVersion';

/** What is a secret in the arguments of a TLS secret. */
export const TLS_SECRETS = ['source.privateKey'];
