import { defineRule } from '../../model/rule.ts';
import { valueAt } from '../../model/values-path.ts';

const PATH = ['services', 'web', 'allowRecommendations'];

export const rule = defineRule({
  id: 'zymtrace/recommendations-stay-on',
  chart: 'zymtrace',
  chartVersions: '>=26.6.1',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'Recommendations are turned off, and stay on.',
    why: 'The template puts true in the place of every empty value, and false is one: the web service gets true whatever is set.',
    source: 'configmap.yaml of the chart (`default true`); sprig, default.',
  },
  examples: {
    bad: [{ chart: 'zymtrace@26.8.4', values: 'services:\n  web:\n    allowRecommendations: false\n' }],
    good: [{ chart: 'zymtrace@26.8.4', values: 'services:\n  web:\n    allowRecommendations: true\n' }],
  },
  *check(release) {
    if (valueAt(release.values.data, PATH) !== false) return;
    yield {
      at: PATH,
      problem: 'services.web.allowRecommendations is false, and the chart takes it for true',
      why: 'The template puts true in the place of everything empty, false too.',
      help: 'Remove the line: this version cannot turn recommendations off by it.',
    };
  },
});
