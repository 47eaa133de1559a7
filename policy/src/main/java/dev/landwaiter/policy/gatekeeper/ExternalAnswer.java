package dev.landwaiter.policy.gatekeeper;

import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.Value;
import java.util.List;

/// What a provider of external data answers.
///
/// @param items one for each key, in the provider's order; none when the call failed
/// @param idempotent whether the provider says that asking again gives the same; mutators need it
/// @param status of HTTP; 200 when everything was remembered, 400 and 500 also for calls that did
///   not reach a provider
/// @param systemError what went wrong with the call as a whole, or empty
public record ExternalAnswer(List<Item> items, boolean idempotent, int status, String systemError) {
  public ExternalAnswer {
    items = List.copyOf(items);
  }

  /// What a provider says about one key.
  ///
  /// @param value any JSON; null beside an error
  /// @param error empty when there is a value
  public record Item(String key, Value value, String error) {
    public boolean isError() {
      return !error.isEmpty();
    }
  }

  /// A call that brought nothing.
  ///
  /// @param status as in the field of that name
  public static ExternalAnswer failed(int status, String systemError) {
    return new ExternalAnswer(List.of(), false, status, systemError);
  }

  /// The answer when nobody knows the provider.
  public static ExternalAnswer unknownProvider(String provider) {
    return failed(
        400,
        "failed to get provider "
            + provider
            + " from provider cache: key is not found in provider cache");
  }

  /// An item that says what is wrong with a key.
  public static Item error(String key, String error) {
    return new Item(key, NullValue.NULL, error);
  }
}
