import { deferred, isDeferred } from '../../model/deferred';
import type { ExtensionSpec, RelaySpec } from '../../model/extension/extension';
import type { HttpsSpec } from '../../model/extension/inference';
import { isDeferredSecret, SecretValue } from '../../model/secret';

/** The parameters of the secrets that a description can hold in clear. */
const SECRET_PARAMETERS = {
  certificate: 'sslCertificate',
  key: 'sslKey',
  relayConnectionString: 'relayConnectionString',
} as const;

/**
 * A description in which every secret that is known is a parameter instead: the template holds none of them, and takes
 * them when it is deployed. So is the certificate, which goes with its key.
 * @param spec - a description that has passed its rules
 */
export function withSecretParameters(spec: ExtensionSpec): ExtensionSpec {
  const { enableInference: inference, relay, extraSettings } = spec;
  const https = inference === undefined || inference === false ? undefined : inference.https;
  const protectedSettings = Object.entries(extraSettings?.protected ?? {});
  return {
    ...spec,
    ...(https === undefined ? {} : { enableInference: { ...inference, https: httpsWithParameters(https) } }),
    ...(relay === undefined ? {} : { relay: relayWithParameters(relay) }),
    ...(protectedSettings.length === 0
      ? {}
      : {
          extraSettings: {
            ...extraSettings,
            protected: Object.fromEntries(
              protectedSettings.map(([key, secret]) => [key, secretOr(secret, settingParameter(key))]),
            ),
          },
        }),
  } as ExtensionSpec;
}

/** The parameter of a protected setting: its key as an identifier, `custom.token` as `customToken`. */
function settingParameter(key: string): string {
  return key.replaceAll(/[^A-Za-z0-9]+([A-Za-z0-9])?/g, (_match, next: string | undefined) =>
    (next ?? '').toUpperCase(),
  );
}

function httpsWithParameters(https: HttpsSpec): HttpsSpec {
  if (https.sslSecret !== undefined) return https;
  const { certificate, key } = https;
  return {
    ...https,
    certificate: isDeferred(certificate) ? certificate : deferred(SECRET_PARAMETERS.certificate),
    key: secretOr(key, SECRET_PARAMETERS.key),
  };
}

function relayWithParameters(relay: RelaySpec): RelaySpec {
  if (relay.kind !== 'existing' || relay.connectionString === undefined) return relay;
  return { ...relay, connectionString: secretOr(relay.connectionString, SECRET_PARAMETERS.relayConnectionString) };
}

function secretOr(secret: SecretValue, parameter: string): SecretValue {
  return isDeferredSecret(secret) ? secret : SecretValue.of(deferred(parameter, { secret: true }));
}
