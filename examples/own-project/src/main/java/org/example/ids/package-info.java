/** Unique ids, as a project outside the workspace would make them. */
package org.example.ids;
