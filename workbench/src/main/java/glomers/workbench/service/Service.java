package glomers.workbench.service;

import glomers.protocol.Body;
import glomers.protocol.Message;

/** A service that answers requests one after the other. For use within events only. */
public interface Service {
  /**
   * Carries out a request.
   *
   * @return the reply; an {@link glomers.protocol.ErrorBody} if the request failed
   * @throws IllegalArgumentException if the service has no request of this type; such a request is
   *     not answered
   */
  Body handle(Message request);
}
