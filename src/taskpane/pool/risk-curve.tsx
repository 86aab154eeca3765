import { makeStyles, tokens } from '@fluentui/react-components';
import type { PoolOutcome } from '../../excel/contract/pool';
import { choiceColor } from '../../report/model/palette';
import { Card } from '../frame/card';
import type { Formats } from '../figures/formats';
import { usePaneContext } from '../pane/context';
import { CHOICE_SHAPES, ChoiceMark } from './choice-mark';
import { curveFrame, curvePath, FRAME } from './curve-frame';
import { CHOICE_NAMES } from './words';

const useStyles = makeStyles({
  chart: {
    width: '100%',
    height: 'auto',
    fontSize: '11px',
    fontVariantNumeric: 'tabular-nums',
    '& text': { fill: tokens.colorNeutralForeground2 },
    '@media (forced-colors: active)': { '& text': { fill: 'CanvasText' } },
  },
  grid: { stroke: tokens.colorNeutralStroke2, strokeWidth: 1 },
  tolerance: { stroke: tokens.colorNeutralForeground3, strokeWidth: 1, strokeDasharray: '4 3' },
  curve: {
    fill: 'none',
    stroke: tokens.colorNeutralForeground2,
    strokeWidth: 2,
    strokeLinejoin: 'round',
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
  mark: {
    stroke: tokens.colorNeutralBackground1,
    strokeWidth: 1.5,
    '@media (forced-colors: active)': { forcedColorAdjust: 'none' },
  },
  list: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto auto',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
    alignItems: 'center',
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
    '& thead, & tbody, & tr': { display: 'contents' },
    '& th, & td': { padding: 0, fontWeight: tokens.fontWeightRegular, textAlign: 'start' },
    '& th[scope=col]': { color: tokens.colorNeutralForeground2 },
    '& td, & th[data-number]': { textAlign: 'end' },
    '& svg': { display: 'block' },
  },
});

const DRAWN = ['baseline', 'guide', 'calibrated', 'optimal'] as const;

/** Size against the risk that the pool runs dry, with the sizes marked; the same figures stand below as a table. */
export function RiskCurve(props: { readonly outcome: PoolOutcome }): JSX.Element | null {
  const styles = useStyles();
  const { formats, theme } = usePaneContext();
  const { outcome } = props;
  const frame = curveFrame(outcome);
  if (frame === null) return null;
  const choices = DRAWN.flatMap((kind) => outcome.choices.filter((choice) => choice.kind === kind));
  const { left, right, top, bottom, width, height } = FRAME;
  return (
    <Card title="Risk by size">
      <svg
        className={styles.chart ?? ''}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={curveName(outcome, formats)}
        focusable="false"
      >
        {frame.risks.map((risk) => (
          <g key={risk}>
            <line
              className={styles.grid ?? ''}
              x1={left}
              x2={width - right}
              y1={frame.y(risk)}
              y2={frame.y(risk)}
            />
            <text x={left - 4} y={frame.y(risk) + 4} textAnchor="end">
              {formats.share(risk)}
            </text>
          </g>
        ))}
        <line
          className={styles.tolerance ?? ''}
          x1={left}
          x2={width - right}
          y1={frame.y(outcome.tolerance)}
          y2={frame.y(outcome.tolerance)}
        />
        <path className={styles.curve ?? ''} d={curvePath(outcome, frame)} />
        {choices.map((choice) => (
          <path
            key={choice.kind}
            className={styles.mark ?? ''}
            d={CHOICE_SHAPES[choice.kind]}
            fill={choiceColor(choice.kind, theme)}
            transform={`translate(${frame.x(choice.size).toFixed(1)} ${frame.y(choice.stockoutRisk).toFixed(1)})`}
          />
        ))}
        {frame.sizes.map((size, index) => (
          <text
            key={size}
            x={frame.x(size)}
            y={height - bottom + 16}
            textAnchor={index === 0 ? 'start' : index === frame.sizes.length - 1 ? 'end' : 'middle'}
          >
            {formats.count(Math.round(size))}
          </text>
        ))}
        <text x={left} y={top - 6}>
          Risk to run dry
        </text>
        <text x={width - right} y={height - 4} textAnchor="end">
          tokens in the pool
        </text>
      </svg>
      <table className={styles.list}>
        <caption hidden>Sizes on the curve</caption>
        <thead>
          <tr>
            <th scope="col" aria-hidden />
            <th scope="col">Size</th>
            <th scope="col" data-number>
              Tokens
            </th>
            <th scope="col" data-number>
              Risk
            </th>
          </tr>
        </thead>
        <tbody>
          {choices.map((choice) => (
            <tr key={choice.kind}>
              <td>
                <ChoiceMark kind={choice.kind} color={choiceColor(choice.kind, theme)} />
              </td>
              <th scope="row">{CHOICE_NAMES[choice.kind]}</th>
              <td>{formats.count(choice.size)}</td>
              <td>{formats.share(choice.stockoutRisk)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function curveName(outcome: PoolOutcome, formats: Formats): string {
  const first = outcome.curve[0];
  const last = outcome.curve.at(-1);
  if (first === undefined || last === undefined) return 'Risk by size';
  return `The risk that the pool runs dry falls from ${formats.share(first.stockoutRisk)} at ${formats.count(first.size)} tokens to ${formats.share(last.stockoutRisk)} at ${formats.count(last.size)}. The dashed line is the tolerated ${formats.share(outcome.tolerance)}.`;
}
