// Writes the wrapper modules of versions.json: node tools/kubernetes/modules.mjs [minor...]
// Only needed after a change of the table.
import { writeModules } from '../go/modules.mjs';
import { etcd, rowsOf } from './table.mjs';

writeModules([etcd, ...rowsOf(process.argv.slice(2))]);
