package glomers.workbench.edn;

/** Something that files and results show as a value of EDN. */
public interface EdnForm {
  /** The value. */
  Object toEdn();
}
