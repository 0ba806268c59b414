import { fromBase64 } from '../deferred';
import { givenProperties } from '../given-properties';
import { revealSecret, SecretValue } from '../secret';
import { ROUTER_SERVICE_TYPES } from './inference';
import { readChoice, readFlag, readText, type ExtensionMaps } from './read-settings';

/** The description of training behind settings, not checked yet. */
export function readTraining(stored: ExtensionMaps): unknown {
  if (readFlag(stored, 'enableTraining') !== true) return false;
  return givenProperties({
    installVolcano: readFlag(stored, 'installVolcano'),
    volcanoSchedulerConfigMap: readText(stored, 'volcanoScheduler.schedulerConfigMap'),
    skipResourceValidation: readFlag(stored, 'amloperator.skipResourceValidation'),
  });
}

/** The description of online endpoints behind settings, not checked yet. */
export function readInference(stored: ExtensionMaps): unknown {
  if (readFlag(stored, 'enableInference') !== true) return false;
  return givenProperties({
    inferenceRouterServiceType: readChoice(stored, 'inferenceRouterServiceType', ROUTER_SERVICE_TYPES),
    internalLoadBalancerProvider: readChoice(stored, 'internalLoadBalancerProvider', ['azure']),
    ...readSecurity(stored),
    inferenceRouterHA: readFlag(stored, 'inferenceRouterHA'),
    nginxIngressController: readText(stored, 'nginxIngress.controller'),
  });
}

/** Certificate and key win over a Secret, as in the Azure CLI; without TLS neither counts. */
function readSecurity(stored: ExtensionMaps): object {
  if (readFlag(stored, 'allowInsecureConnections') === true) return { allowInsecureConnections: true };
  const certificate = readPem(stored, 'scoringFe.sslCert');
  const key = readPem(stored, 'scoringFe.sslKey');
  const sslSecret = readText(stored, 'sslSecret') ?? readText(stored, 'scoringFe.sslSecret');
  const source =
    certificate === undefined || key === undefined ? { sslSecret } : { certificate, key: SecretValue.of(key) };
  return { https: givenProperties({ sslCname: readText(stored, 'sslCname'), ...source }) };
}

function readPem(stored: ExtensionMaps, key: string): string | undefined {
  const secret = stored.protected?.[key];
  return secret === undefined ? undefined : fromBase64(revealSecret(secret));
}
