package clipscope.ui.prompts.work;

import clipscope.ui.heatmap.HeatMap;

/// A heat map whose cells tell all there is to tell in their tip: nothing more happens at a click.
public final class CellsOnly implements HeatMap.Listener {

    @Override
    public void cursorMoved(int row, int column) {}

    @Override
    public void pointed(int row, int column) {}

    @Override
    public void pointerLeft() {}

    @Override
    public void opened(int row, int column) {}

    @Override
    public void columnClicked(int column) {}
}
