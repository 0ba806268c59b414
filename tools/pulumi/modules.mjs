// Writes the wrapper module of versions.json: node tools/pulumi/modules.mjs
// Only needed after a change of the version. The sums of new versions of Pulumi's own modules may be unknown to the public
// checksum database: then GONOSUMDB='github.com/pulumi/*' in the environment; whoever has go.sum needs that no more.
import { writeModules } from '../go/modules.mjs';
import { pulumi } from './table.mjs';

writeModules([pulumi]);
