package dev.landwaiter.policy.gatekeeper.cel.function;

import static dev.landwaiter.policy.gatekeeper.cel.function.Operation.one;
import static dev.landwaiter.policy.gatekeeper.cel.function.Operation.walk;

import dev.landwaiter.policy.gatekeeper.cel.value.Item;
import dev.landwaiter.policy.gatekeeper.cel.value.MadeMapping;
import dev.landwaiter.policy.gatekeeper.cel.value.MadeSequence;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.encoding.PercentText;
import dev.landwaiter.rego.builtin.net.Uri;
import java.util.Map;
import java.util.function.Function;

/// Addresses of the web. They must be absolute: with a scheme, or with a path from the root.
final class Urls {
  static final Library LIBRARY =
      new Library(
          """
          url string -> kubernetes.URL
          isURL string -> bool
          getScheme kubernetes.URL . -> string
          getHost kubernetes.URL . -> string
          getHostname kubernetes.URL . -> string
          getPort kubernetes.URL . -> string
          getEscapedPath kubernetes.URL . -> string
          getQuery kubernetes.URL . -> map(string,list(string))
          """,
          Map.of(
              "url", walk((a, _) -> url(a[0])),
              "isURL", walk((a, _) -> isUrl(a[0])),
              "getScheme", one((a, _) -> part(a[0], Uri::scheme)),
              "getHost", one((a, _) -> part(a[0], Uri::authority)),
              "getHostname", one((a, _) -> part(a[0], Uri::hostname)),
              "getPort", one((a, _) -> part(a[0], Uri::port)),
              "getEscapedPath", walk((a, _) -> part(a[0], Uri::escapedPath)),
              "getQuery", walk((a, _) -> query(a[0]))));

  private Urls() {}

  /// An address taken apart.
  private record Url(Uri uri) implements Item.Opaque {
    @Override
    public String typeName() {
      return "kubernetes.URL";
    }
  }

  static Item url(Item item) {
    if (!(item instanceof Item.Text text)) {
      return Item.Failure.NO_OVERLOAD;
    }
    try {
      return new Url(parse(text.value()));
    } catch (BuiltinException e) {
      return new Item.Failure("URL parse error during conversion from string: " + e.getMessage());
    }
  }

  private static Uri parse(String text) throws BuiltinException {
    if (text.isEmpty()) {
      throw BuiltinException.failure("parse \"\": empty url");
    }
    // There are no fragments here: the sign is a part of the path like any other.
    Uri uri = Uri.parse(text.replace("#", "%23"));
    if (uri.scheme().isEmpty() && !text.startsWith("/") && !text.equals("*")) {
      throw BuiltinException.failure("parse \"" + text + "\": invalid URI for request");
    }
    return uri;
  }

  private static Item isUrl(Item item) {
    return item instanceof Item.Text
        ? Item.Bool.of(url(item) instanceof Url)
        : Item.Failure.NO_OVERLOAD;
  }

  private static Item part(Item item, Function<Uri, String> part) {
    return item instanceof Url url ? new Item.Text(part.apply(url.uri)) : Item.Failure.NO_OVERLOAD;
  }

  private static Item query(Item item) {
    if (!(item instanceof Url url)) {
      return Item.Failure.NO_OVERLOAD;
    }
    var map = new MadeMapping();
    for (String pair : url.uri.query().split("&", -1)) {
      if (!pair.isEmpty() && pair.indexOf(';') < 0) {
        add(map, pair);
      }
    }
    return map;
  }

  /// Pairs that are wrongly encoded are left out.
  private static void add(MadeMapping map, String pair) {
    int sign = pair.indexOf('=');
    try {
      var key = new Item.Text(decode(sign < 0 ? pair : pair.substring(0, sign)));
      var value = new Item.Text(decode(sign < 0 ? "" : pair.substring(sign + 1)));
      if (map.find(key).isEmpty()) {
        map.put(key, new MadeSequence());
      }
      if (map.find(key).orElse(Item.Null.NULL) instanceof MadeSequence values) {
        values.add(value);
      }
    } catch (BuiltinException e) {
      // Left out, as in Go.
    }
  }

  private static String decode(String text) throws BuiltinException {
    return PercentText.decode(text.replace('+', ' '));
  }
}
