export { toolInfo, VERSION } from '../api/tool-info.ts';
