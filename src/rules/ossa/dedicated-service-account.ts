import { defineRule } from '../../model/rule.ts';
import { valueAt } from '../../model/values-path.ts';
import { editedPath } from '../written.ts';

const CREATE = ['serviceAccount', 'create'];
const NAME = ['serviceAccount', 'name'];

export const rule = defineRule({
  id: 'ossa/dedicated-service-account',
  chart: 'ossa',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'The services run under the service account "default" of the namespace.',
    why: 'Every pod of the namespace without an account of its own runs under it. The chart binds its role to the account of the services, so all of these pods get the rights as well.',
    source: 'Production Security Checklist in the OSSA README; serviceAccountName in _helpers.tpl.',
  },
  examples: {
    bad: [
      { chart: 'ossa', values: 'serviceAccount:\n  create: false\n' },
      { chart: 'ossa', values: 'serviceAccount:\n  create: false\n  name: default\n' },
    ],
    good: [
      { chart: 'ossa', values: 'serviceAccount:\n  create: false\n  name: ossa-agents\n' },
      { chart: 'ossa', values: 'serviceAccount:\n  create: true\n' },
    ],
  },
  *check(release) {
    const { data } = release.values;
    const name = valueAt(data, NAME) ?? '';
    if (valueAt(data, CREATE) !== false || (name !== '' && name !== 'default')) return;
    yield {
      at: editedPath(release, name === '' ? [CREATE, NAME] : [NAME, CREATE]),
      problem: 'The services run under the service account "default"',
      why: 'Other pods of the namespace run under it as well, and get the rights that the chart binds to it.',
      help: 'Set serviceAccount.create to true, or serviceAccount.name to an account of their own.',
    };
  },
});
