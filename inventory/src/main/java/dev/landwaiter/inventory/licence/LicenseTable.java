package dev.landwaiter.inventory.licence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The ids of the SPDX licence list, other names of them, and the addresses that stand for them.
///
/// @param ids by upper-case id
/// @param aliases by [LicenseKey#shortText], a `+` behind the id meaning "or later"
/// @param addresses by [LicenseAddress#key]
record LicenseTable(
    Map<String, String> ids, Map<String, String> aliases, Map<String, String> addresses) {
  static final LicenseTable SPDX = read();

  Optional<String> find(LicenseKey key) {
    return Optional.ofNullable(aliases.get(key.shortText()))
        .or(() -> Optional.ofNullable(ids.get(key.text())));
  }

  private static LicenseTable read() {
    Map<String, String> ids = new HashMap<>();
    Map<String, String> addresses = new HashMap<>();
    for (String line : lines("spdx.tsv")) {
      List<String> cells = List.of(line.split("\t", -1));
      String id = cells.getFirst();
      ids.put(id.toUpperCase(Locale.ROOT), id);
      for (String address : cells.subList(1, cells.size())) {
        addresses.putIfAbsent(LicenseAddress.key(address), id);
      }
    }
    Map<String, String> aliases = new HashMap<>();
    String id = "";
    for (String line : lines("aliases.txt")) {
      if (line.startsWith(" ")) {
        aliases.put(LicenseKey.of(line).shortText(), id);
      } else if (!line.startsWith("#")) {
        id = line;
      }
    }
    return new LicenseTable(Map.copyOf(ids), Map.copyOf(aliases), Map.copyOf(addresses));
  }

  private static List<String> lines(String resource) {
    try (InputStream in = LicenseTable.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its resource " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
