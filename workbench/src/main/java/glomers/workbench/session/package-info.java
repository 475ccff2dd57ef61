/**
 * The clients of a test. A {@link glomers.workbench.session.Session} is what one process knows; it
 * turns each operation into calls to its node, any number of them, and into a {@link
 * glomers.workbench.session.Session.Completion}. Requests and replies are records; a reply that
 * does not have exactly the declared fields is malformed.
 */
package glomers.workbench.session;
