import { request as httpsRequest } from 'node:https';
import type { Access } from './server';

/** One call of the API. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';

  /** Path and query. */
  readonly path: string;

  /** Text of the body, with its media type. */
  readonly body?: { readonly type: string; readonly text: string };
}

/** The answer, whatever its status. */
export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Sends one call; rejects only when there is no answer. */
export function request(access: Pick<Access, 'url' | 'token' | 'ca'>, call: Call): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${access.token}`,
      accept: 'application/json',
      ...(call.body && { 'content-type': call.body.type }),
    };
    const sent = httpsRequest(
      new URL(call.path, access.url),
      { method: call.method, ca: access.ca, headers },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => (text += part));
        answer.on('error', reject).on('end', () => {
          resolve({ status: answer.statusCode ?? 0, text });
        });
      },
    );
    sent.on('error', reject).end(call.body?.text);
  });
}
