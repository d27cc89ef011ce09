import type { ColonyosValues } from '../../charts/colonyos-values.ts';
import { knownNames, nearestName } from '../../model/nearest-name.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';

const PATH = ['network', 'ingressController'];
const CONTROLLERS = ['nginx', 'traefik'];

export const rule = defineRule({
  id: 'colonyos/ingress-controller',
  chart: 'colonyos',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'The ingress controller is a misspelling of nginx or traefik.',
    why: 'The value becomes the ingressClassName of the Ingress. Under a class that does not exist no controller takes the Ingress up: it gets no address, and nobody says why. A class of another name is not reported, since the chart does nothing else with it.',
    source: 'Network Settings in the ColonyOS chart README; colonies-ingress.yaml.',
  },
  examples: {
    bad: [
      { chart: 'colonyos', values: 'network:\n  ingressController: ngnix\n' },
      { chart: 'colonyos', values: 'network:\n  ingressController: traefic\n' },
    ],
    good: [
      { chart: 'colonyos', values: 'network:\n  ingressController: nginx\n' },
      { chart: 'colonyos', values: 'network:\n  ingressController: haproxy\n' },
      { chart: 'colonyos', values: 'network:\n  ingressController: nginx-internal\n' },
      { chart: 'colonyos', values: 'network:\n  ingress: false\n  ingressController: ngnix\n' },
    ],
  },
  *check(release) {
    const { network } = chartValues<ColonyosValues>(release);
    const controller = network?.ingressController;
    if (network?.ingress !== true || typeof controller !== 'string') return;
    // `nginx2` and `traefik-lan` are names that somebody gave; `ngnix` is none.
    if (CONTROLLERS.some((name) => controller.includes(name))) return;
    const meant = nearestName(controller, knownNames(CONTROLLERS), 'slip');
    if (meant === undefined) return;
    yield {
      at: PATH,
      problem: `network.ingressController is "${controller}", which looks like a typing error`,
      why: 'No controller takes up an Ingress of a class that does not exist.',
      help: `Did you mean "${meant}"?`,
      fix: { title: `Write ${meant}`, safe: false, replace: [{ at: PATH, text: meant }] },
    };
  },
});
