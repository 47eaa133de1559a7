package dev.landwaiter.policy.evidence;

import dev.landwaiter.rego.HttpAnswer;
import dev.landwaiter.rego.HttpRequest;
import dev.landwaiter.rego.OutsideException;
import dev.landwaiter.rego.PassedOn;
import dev.landwaiter.rego.World;
import java.util.List;

/// A world as it was, without its network and files: nothing is asked twice.
///
/// @param world the one results were found in
record QuietWorld(World world) implements PassedOn {
  @Override
  public List<String> lookup(String host) throws OutsideException {
    throw closed();
  }

  @Override
  public String file(String path) throws OutsideException {
    throw closed();
  }

  @Override
  public HttpAnswer send(HttpRequest request) throws OutsideException {
    throw closed();
  }

  private static OutsideException closed() {
    return new OutsideException(OutsideException.Reason.CLOSED, "nothing is asked twice");
  }
}
