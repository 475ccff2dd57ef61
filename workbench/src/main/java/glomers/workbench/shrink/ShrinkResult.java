package glomers.workbench.shrink;

import java.util.Optional;

/**
 * What the search for a shorter failing run has found.
 *
 * @param run the shortest run; empty if there is none
 * @param summary how long it is, and how long the full run is; or why there is none, in sentences
 */
public record ShrinkResult(Optional<ShortestRun> run, String summary) {
  static ShrinkResult none(String reason) {
    return new ShrinkResult(Optional.empty(), "There is no shorter form of this run: " + reason);
  }
}
