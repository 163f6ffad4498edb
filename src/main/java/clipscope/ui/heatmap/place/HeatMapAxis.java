package clipscope.ui.heatmap.place;

import java.util.ArrayList;
import java.util.List;

/// One direction of a heat map: its columns from left to right, or its rows from top to bottom.
///
/// The first cells can be frozen: they stay beside the head while the others are scrolled away beneath them.
///
/// **Unit:** pixels from the edge of the control.
///
/// **Thread:** Immutable.
///
/// @param count how many cells there are
/// @param frozen how many of them, from the first, are to stay, in [0, count]
/// @param cell from one cell to the next
/// @param head what stands before the cells
/// @param length of the control
/// @param scroll how far the cells are shifted towards the edge, in [0, [#maxScroll()]]
public record HeatMapAxis(int count, int frozen, double cell, double head, double length, double scroll) {

    /// No cell.
    public static final int NONE = -1;

    private static final double MOST_HELD = 0.6; // of the room: what is not frozen must stay within reach

    /// Cells that follow each other on the screen: those that stay, or those that are scrolled.
    ///
    /// @param from the first of which something is seen
    /// @param to one more than the last
    /// @param start where the room for them begins
    /// @param end where it ends
    /// @param origin where the very first cell would begin, if it were one of them
    public record Part(int from, int to, double start, double end, double cell, double origin) {

        /// {@return where a cell begins, seen or not}
        public double edge(int index) {
            return origin + index * cell;
        }

        /// {@return whether something is seen of a cell}
        public boolean shows(int index) {
            return index >= from && index < to;
        }

        /// {@return the first cell of which something lies behind a place}
        public int firstBehind(double place) {
            return Math.max(from, (int) Math.floor((place - origin) / cell));
        }

        /// {@return one more than the last cell of which something lies before a place}
        public int endBefore(double place) {
            return Math.min(to, (int) Math.ceil((place - origin) / cell));
        }
    }

    /// What is out of its limits is brought into them.
    public HeatMapAxis {
        frozen = Math.clamp(frozen, 0, count);
        scroll = Math.clamp(scroll, 0, Math.max(0, count * cell - Math.max(0, length - head)));
    }

    /// {@return the room for cells}
    public double room() {
        return Math.max(0, length - head);
    }

    public double maxScroll() {
        return Math.max(0, count * cell - room());
    }

    /// {@return how many of the frozen cells stay: all, unless too little would be left for the others}
    public int held() {
        return maxScroll() == 0 ? frozen : Math.min(frozen, (int) (room() * MOST_HELD / cell));
    }

    /// {@return where the cells that stay end and those that are scrolled begin}
    public double heldEnd() {
        return head + held() * cell;
    }

    /// {@return the first of the scrolled cells of which something is seen}
    public int first() {
        return Math.min(held() + (int) (scroll / cell), count);
    }

    /// {@return one more than the last cell of which something is seen}
    public int end() {
        return Math.min((int) Math.ceil((scroll + room()) / cell), count);
    }

    /// {@return where a cell begins; a scrolled one may be hidden}
    public double edge(int index) {
        return head + index * cell - (index < held() ? 0 : scroll);
    }

    /// {@return the cells that stay, if any do, and those that are scrolled}
    public List<Part> parts() {
        Part scrolled = new Part(first(), end(), heldEnd(), Math.max(heldEnd(), length), cell, head - scroll);
        return held() == 0 ? List.of(scrolled) : List.of(new Part(0, held(), head, heldEnd(), cell, head), scrolled);
    }

    /// {@return where lines are to stand between frozen cells and others, and between those that stay and
    /// those that are scrolled, which is the same place unless too many are frozen}
    public List<Double> lines() {
        List<Double> lines = new ArrayList<>();
        if (held() > 0) {
            lines.add(heldEnd());
        }
        double last = head + frozen * cell - scroll;
        if (frozen > held() && last > heldEnd() && last <= length) {
            lines.add(last);
        }
        return lines;
    }

    /// {@return the cell at a place, or [#NONE]}
    public int at(double place) {
        if (place < head || place >= length) {
            return NONE;
        }
        int index = (int) Math.floor((place - head + (place < heldEnd() ? 0 : scroll)) / cell);
        return index < count ? index : NONE;
    }

    /// {@return the cell itself if something is seen of it, else the nearest of which something is}
    public int nearestSeen(int index) {
        return index < held() ? index : Math.clamp(index, first(), Math.max(first(), end() - 1));
    }

    public HeatMapAxis scrolledTo(double place) {
        return new HeatMapAxis(count, frozen, cell, head, length, place);
    }

    public HeatMapAxis ofLength(double other) {
        return new HeatMapAxis(count, frozen, cell, head, other, scroll);
    }

    /// {@return the axis scrolled as little as possible so that the cell is seen whole}
    public HeatMapAxis showing(int index) {
        if (index < held()) {
            return this;
        }
        double farthest = (index - held()) * cell;
        return scrolledTo(Math.min(Math.max(scroll, (index + 1) * cell - room()), farthest));
    }

    /// {@return cells of another size, of which the same one stays at the place; over frozen cells and the
    /// head, the first of the scrolled ones stays where it is}
    public HeatMapAxis zoomed(double otherCell, double otherHead, double place) {
        double cellsBefore = (Math.max(place, heldEnd()) - head + scroll) / cell;
        HeatMapAxis zoomed = new HeatMapAxis(count, frozen, otherCell, otherHead, length, scroll);
        return zoomed.scrolledTo(cellsBefore * otherCell - (Math.max(place, zoomed.heldEnd()) - otherHead));
    }
}
