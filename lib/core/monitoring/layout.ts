import { LIMITS } from '../catalog';
import type { DashboardWidget } from '../plan/nodes';

/** A widget without its place. */
export type UnplacedWidget = Omit<DashboardWidget, 'x' | 'y'>;

/** Places widgets left to right and top to bottom; one that no longer fits beside the others begins a new row. */
export function placeWidgets(widgets: readonly UnplacedWidget[]): readonly DashboardWidget[] {
  const columns = LIMITS.cloudWatch.dashboardGridColumns.value;
  let x = 0;
  let y = 0;
  let rowHeight = 0;
  return widgets.map((widget) => {
    if (x + widget.width > columns) {
      x = 0;
      y += rowHeight;
      rowHeight = 0;
    }
    const placed = { ...widget, x, y };
    x += widget.width;
    rowHeight = Math.max(rowHeight, widget.height);
    return placed;
  });
}
