import './require-peers';

export { ClusterScope, diagnosticsOf } from './cluster-scope';
