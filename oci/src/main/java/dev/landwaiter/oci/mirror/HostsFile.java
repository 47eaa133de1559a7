package dev.landwaiter.oci.mirror;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Toml;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.registry.Route;
import dev.landwaiter.oci.registry.TlsOptions;
import dev.landwaiter.oci.registry.TlsOptions.ClientCertificate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One `hosts.toml` of containerd (containerd, "Registry Configuration"): other hosts that serve a
/// registry's images, in order, and the registry itself.
///
/// @param usual how far hosts are trusted of which nothing is said
record HostsFile(Path file, TlsOptions usual) {
  private static final int SIZE_LIMIT = 1 << 20;
  private static final int HOST_LIMIT = 64;

  /// What the client sets itself and refuses to be told.
  private static final Set<String> OF_THE_CLIENT =
      Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

  private static final Set<String> CAPABILITIES = Set.of("pull", "resolve", "push", "referrers");

  /// The ways to the registry of a reference.
  List<Route> routes(Reference reference) throws ImageException {
    Value content = read();
    List<Route> routes = new ArrayList<>();
    for (var host : content.get("host").map(Value::members).orElse(Map.of()).entrySet()) {
      Set<String> capabilities = capabilities(host.getValue());
      if (capabilities.contains("pull")) {
        String address = host.getKey().asText();
        routes.add(route(reference, address, host.getValue(), capabilities.contains("resolve")));
      }
    }
    if (routes.size() > HOST_LIMIT) {
      throw wrong("names more than " + HOST_LIMIT + " hosts");
    }
    String server = content.text("server");
    Set<String> capabilities = capabilities(content);
    if (capabilities.contains("pull") || routes.isEmpty()) {
      String own = server.isEmpty() ? "https://" + reference.apiHost() : server;
      routes.add(route(reference, own, content, capabilities.contains("resolve")));
    }
    return routes;
  }

  private Value read() throws ImageException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(SIZE_LIMIT + 1);
      if (bytes.length > SIZE_LIMIT) {
        throw wrong("is larger than " + SIZE_LIMIT + " bytes");
      }
      return Toml.parse(file.toString(), bytes);
    } catch (FormatException e) {
      String line = e.problem().position().map(at -> " (line " + at.line() + ")").orElse("");
      throw wrong("is no TOML" + line);
    } catch (ImageException e) {
      throw e;
    } catch (IOException e) {
      throw wrong("cannot be read: " + e.getMessage());
    }
  }

  private Route route(Reference reference, String address, Value table, boolean resolves)
      throws ImageException {
    String written = address.contains("://") ? address : "https://" + address;
    var place = HostAddress.rooted(file.toString(), written, flag(table, "override_path"));
    boolean own = place.host().equals(reference.apiHost());
    TlsOptions tls =
        (own ? usual : usual.withoutClients())
            .and(flag(table, "skip_verify"), paths(table, "ca"), clients(table));
    String namespace = own ? "" : HostAddress.name(reference);
    return new Route(place, resolves, Optional.of(tls), headers(table), namespace);
  }

  /// What a host may be asked for; everything where nothing is said.
  private Set<String> capabilities(Value table) throws ImageException {
    if (table.get("capabilities").isEmpty()) {
      return CAPABILITIES;
    }
    List<String> texts = texts(table.get("capabilities").get(), "capabilities");
    if (!CAPABILITIES.containsAll(texts)) {
      throw wrong("names a capability other than pull, resolve and push");
    }
    return Set.copyOf(texts);
  }

  private boolean flag(Value table, String key) throws ImageException {
    Value value = table.get(key).orElse(BooleanValue.FALSE);
    if (value instanceof BooleanValue flag) {
      return flag.flag();
    }
    throw wrong("has a " + key + " that is neither true nor false");
  }

  /// Files, beside this one where they are relative.
  private List<Path> paths(Value table, String key) throws ImageException {
    List<Path> paths = new ArrayList<>();
    if (table.get(key).isPresent()) {
      for (String text : texts(table.get(key).get(), key)) {
        paths.add(file.resolveSibling(text));
      }
    }
    return paths;
  }

  /// `client` is one file, several, or pairs of certificate and key.
  private List<ClientCertificate> clients(Value table) throws ImageException {
    Optional<Value> client = table.get("client");
    List<ClientCertificate> clients = new ArrayList<>();
    boolean pairs =
        client.isPresent()
            && client.get().elements().stream().anyMatch(ArrayValue.class::isInstance);
    if (!pairs) {
      paths(table, "client").forEach(path -> clients.add(new ClientCertificate(path, path)));
      return clients;
    }
    for (Value pair : client.get().elements()) {
      List<String> texts = texts(pair, "client");
      if (texts.isEmpty() || texts.size() > 2) {
        throw wrong("has a client that is no pair of certificate and key");
      }
      Path certificate = file.resolveSibling(texts.getFirst());
      String key = texts.getLast();
      clients.add(
          new ClientCertificate(
              certificate, key.isEmpty() ? certificate : file.resolveSibling(key)));
    }
    return clients;
  }

  private Map<String, String> headers(Value table) throws ImageException {
    Map<String, String> headers = new LinkedHashMap<>();
    for (var header : table.get("header").map(Value::members).orElse(Map.of()).entrySet()) {
      String name = header.getKey().asText();
      String value = String.join(", ", texts(header.getValue(), "header"));
      boolean fine =
          !name.isEmpty()
              && !OF_THE_CLIENT.contains(name.toLowerCase(Locale.ROOT))
              && name.chars()
                  .allMatch(c -> c > ' ' && c < 127 && ":()<>@,;\"/[]?={}\\".indexOf(c) < 0)
              && value.chars().allMatch(c -> c >= ' ' && c < 127);
      if (!fine) {
        throw wrong("has a header that cannot be sent");
      }
      headers.put(name, value);
    }
    return headers;
  }

  private List<String> texts(Value value, String key) throws ImageException {
    List<Value> elements = value instanceof StringValue ? List.of(value) : value.elements();
    if (!(value instanceof StringValue || value instanceof ArrayValue)
        || !elements.stream().allMatch(StringValue.class::isInstance)) {
      throw wrong("has a " + key + " that is neither a text nor a list of texts");
    }
    return elements.stream().map(Value::asText).toList();
  }

  private ImageException wrong(String what) {
    return new ImageException(ImageException.Code.INVALID, file + " " + what);
  }
}
