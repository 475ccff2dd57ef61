package glomers.workbench.report.picture;

/** How a spacetime diagram looks, in light and in dark. */
final class PictureStyle {
  /** For a picture that is a file; a page that a picture stands in has styles of its own. */
  static final String STYLE =
      """
      <style>
      .paper{fill:#fff}.ink,.small,.time,.label,.reason{font:13px system-ui,sans-serif;fill:#1b1b1b}
      .time,.small{font-size:11px;fill:#595959}.label,.reason{font-size:12px}
      .label,.reason{paint-order:stroke;stroke:#fff;stroke-width:3px;stroke-linejoin:round}
      .reason,.faultname{fill:#a33c00}.faultname{font:11px system-ui,sans-serif}
      path{fill:none}.lane{stroke:#8a8a8a}.cut{stroke:#8a8a8a;stroke-width:2;stroke-dasharray:2 4}
      .down{stroke:#a33c00;stroke-dasharray:1 5;stroke-width:2}
      .sent{stroke:#0072b2;stroke-width:1.4;marker-end:url(#head)}
      .call{stroke:#6b6b6b;stroke-width:1.2;marker-end:url(#grey)}
      .lost{stroke:#c24700;stroke-width:1.4;stroke-dasharray:5 4}
      .cross{stroke:#c24700;stroke-width:2}
      .head{fill:#0072b2}.grey{fill:#6b6b6b}.dot{fill:#1b1b1b}
      .band{fill:url(#hatch)}.edge{stroke:#a06a00;stroke-dasharray:4 3}.stripe{stroke:#e69f00}
      @media (prefers-color-scheme:dark){
      .paper{fill:#16181b}.ink,.label{fill:#ececec}.time,.small{fill:#a9adb3}
      .label,.reason{stroke:#16181b}.reason,.faultname{fill:#ff8a4c}
      .lane,.cut{stroke:#70757d}.down{stroke:#ff8a4c}.sent{stroke:#56b4e9}.head{fill:#56b4e9}
      .call{stroke:#9aa0a6}.grey{fill:#9aa0a6}.lost,.cross{stroke:#ff8a4c}.dot{fill:#ececec}
      .edge{stroke:#e69f00}.stripe{stroke:#a06a00}}
      </style>
      """;

  /** The heads of arrows, and the hatching of faults. */
  static final String DEFINITIONS =
      """
      <defs>
      <marker id="head" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" \
      markerUnits="userSpaceOnUse" orient="auto"><path class="head" d="M0 0L8 4L0 8z"/></marker>
      <marker id="grey" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" \
      markerUnits="userSpaceOnUse" orient="auto"><path class="grey" d="M0 0L8 4L0 8z"/></marker>
      <pattern id="hatch" width="9" height="9" patternUnits="userSpaceOnUse" \
      patternTransform="rotate(45)"><path class="stripe" stroke-opacity=".35" d="M0 0V9"/></pattern>
      </defs>
      """;

  private PictureStyle() {}
}
