'use client';
/**
 * The chart with tooltip and keyboard, in the same place and size as the static chart that it replaces.
 * Recharts draws the lines on the model's own scales; everything else is the model's shapes inside the
 * Recharts surface.
 */
import { useEffect, useId, useState, type ReactElement } from 'react';
import { Area, ComposedChart, Line, XAxis, YAxis, ZIndexLayer } from 'recharts';
import { bandKey, liveRows, livePanel, valueKey } from './recharts-props.ts';
import { InteractionLayer } from './InteractionLayer.tsx';
import type { ChartModel, Plot } from '../model/chart.ts';
import { paintOf } from '../scales/palette.ts';
import { Hatch } from '../svg/Hatch.tsx';
import { Shapes } from '../svg/Shapes.tsx';
import { StaticChart } from '../svg/StaticChart.tsx';

export interface RechartsChartProps {
  readonly model: ChartModel;
  /** The page of a figure's evidence, from its address in the model. */
  readonly hrefOf: (evidence: string) => string;
  /** Makes ids unique if a page has several charts. */
  readonly idPrefix?: string;
}

const NO_MARGIN = { top: 0, right: 0, bottom: 0, left: 0 };
/** Above everything that Recharts itself draws. */
const ABOVE = 2000;

export default function RechartsChart({ model, hrefOf, idPrefix }: RechartsChartProps): ReactElement {
  const own = useId();
  const id = idPrefix ?? `live${own.replace(/[^\w-]/g, '')}`;
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const next = requestAnimationFrame(() => setReady(true));
    return () => cancelAnimationFrame(next);
  }, []);
  return (
    <InteractionLayer
      {...{ model, hrefOf }}
      label={model.alternative}
      drawing={(scale) => (
        <>
          {!ready && <StaticChart model={model} palette="css" idPrefix={`${id}-still`} />}
          <div
            aria-hidden="true"
            style={{
              position: 'absolute',
              inset: 0,
              width: model.width,
              height: model.height,
              transformOrigin: '0 0',
              transform: `scale(${scale})`,
              visibility: ready ? 'visible' : 'hidden',
            }}
          >
            <Surface model={model} id={id} />
          </div>
        </>
      )}
    />
  );
}

function Surface({ model, id }: { readonly model: ChartModel; readonly id: string }): ReactElement {
  const paint = { palette: 'css' as const, hatch: `url(#${id}-hatch)`, isLinked: true };
  const panels = model.panels.map((panel, i) => livePanel(panel, i, model));
  const axis = { type: 'number', hide: true, allowDataOverflow: true, interval: 0 } as const;
  return (
    <ComposedChart
      width={model.width}
      height={model.height}
      margin={NO_MARGIN}
      data={liveRows(model.plots)}
      accessibilityLayer={false}
      className="chart"
    >
      <Hatch id={`${id}-hatch`} palette="css" />
      {panels.map(({ x }) => (
        <XAxis
          key={x.id}
          xAxisId={x.id}
          dataKey="x"
          domain={x.domain}
          ticks={x.ticks}
          padding={x.padding}
          height={0}
          {...axis}
        />
      ))}
      {panels.map(({ y }) => (
        <YAxis
          key={y.id}
          yAxisId={y.id}
          domain={y.domain}
          reversed={y.reversed}
          scale={y.isLog ? 'log' : 'linear'}
          ticks={y.ticks}
          padding={y.padding}
          width={0}
          {...axis}
        />
      ))}
      <Shapes shapes={model.ground} {...paint} />
      {model.plots.flatMap((plot, i) => plotted(plot, i))}
      <ZIndexLayer zIndex={ABOVE}>
        {model.marks
          .filter((mark) => !mark.plotted)
          .map((mark, i) => (
            <g
              key={i}
              data-series={mark.series}
              data-period={mark.periods.join(' ')}
              data-value={mark.values.join(' ')}
            >
              <Shapes shapes={mark.shapes} {...paint} />
            </g>
          ))}
        <Shapes shapes={model.labels} {...paint} />
      </ZIndexLayer>
    </ComposedChart>
  );
}

/** A Recharts line; two for a group's twin stroke; with an area below it if there is a band. */
function plotted(plot: Plot, i: number): ReactElement[] {
  const axes = { xAxisId: `x${plot.panel}`, yAxisId: `y${plot.panel}` };
  const still = {
    dot: false,
    activeDot: false,
    isAnimationActive: false,
    connectNulls: false,
    type: 'linear',
  } as const;
  const paint = paintOf(plot.colour, 'css');
  const strokes: readonly (readonly [string, number])[] = plot.twin
    ? [
        [paint, 5],
        [paintOf('paper', 'css'), 1.8],
      ]
    : [[paint, plot.width]];
  const banded = plot.points.some((point) => point.low !== null && point.high !== null);
  const lines = strokes.map(([stroke, strokeWidth], k) => (
    <Line
      key={`${i}-${k}`}
      {...axes}
      {...still}
      dataKey={valueKey(i)}
      stroke={stroke}
      strokeWidth={strokeWidth}
      strokeDasharray={plot.dash}
      strokeLinejoin="round"
      strokeLinecap="round"
    />
  ));
  if (!banded) return lines;
  return [
    <Area
      key={`${i}-band`}
      {...axes}
      {...still}
      dataKey={bandKey(i)}
      stroke="none"
      fill={paint}
      fillOpacity={0.2}
    />,
    ...lines,
  ];
}
