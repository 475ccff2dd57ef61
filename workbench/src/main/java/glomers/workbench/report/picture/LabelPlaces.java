package glomers.workbench.report.picture;

import java.util.ArrayList;
import java.util.List;

/** Finds places for labels at their arrows, so that none covers another. */
final class LabelPlaces {
  private static final double CHAR_WIDTH = 6.5;
  private static final double HEIGHT = 13;

  /** Where the middle of a label's base line is. */
  record Place(double x, double y) {}

  /** How wide a label of so many characters is. */
  static double width(int chars) {
    return chars * CHAR_WIDTH;
  }

  private record Box(double left, double right, double y) {
    boolean overlaps(Box other) {
      return left < other.right && other.left < right && Math.abs(y - other.y) < HEIGHT;
    }
  }

  private final List<Box> taken = new ArrayList<>();

  /** The first free place: above the arrow where it begins, else on the arrow. */
  Place find(String text, double fromX, double fromY, double toX, double toY) {
    double width = width(text.length());
    double side = Math.signum(toX - fromX);
    List<Place> choice = new ArrayList<>();
    choice.add(new Place(fromX + side * (8 + width / 2), fromY - 4));
    for (double part : new double[] {0.3, 0.5, 0.7, 0.2, 0.8}) {
      choice.add(new Place(fromX + part * (toX - fromX), fromY + part * (toY - fromY) + 4));
    }
    for (Place place : choice) {
      Box box = box(place, width);
      if (taken.stream().noneMatch(box::overlaps)) {
        return take(place, width);
      }
    }
    return take(choice.get(0), width);
  }

  private Place take(Place place, double width) {
    taken.add(box(place, width));
    return place;
  }

  private static Box box(Place place, double width) {
    return new Box(place.x() - width / 2 - 2, place.x() + width / 2 + 2, place.y());
  }
}
