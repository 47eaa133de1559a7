package dev.landwaiter.cli.agreement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What a recorded command line of cosign is run with here.
///
/// @param words with our addresses
public record CosignRun(
    CosignRow row, Path folder, List<String> words, Map<String, String> environment)
    implements AutoCloseable {

  /// Prepares a row.
  ///
  /// @param home the home folder, which some rows share
  /// @param folder that does not exist yet
  public static CosignRun of(CosignRow row, CosignServers servers, Path home, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    Files.createDirectories(home);
    CosignFolder.fill(folder, row, servers::ours, Set.of("files/tls.crt"));
    if (row.files("in").contains("files/tls.crt") || row.words().toString().contains("tls.crt")) {
      Files.createDirectories(folder.resolve("files"));
      Files.copy(servers.certificate(), folder.resolve("files/tls.crt"));
    }
    servers.fill(row.registry());
    servers.at(row.at());
    servers.trust(!row.about().contains("server gone"));
    List<String> words = new ArrayList<>(List.of("cosign"));
    row.words().forEach(word -> words.add(servers.ours(word)));
    Map<String, String> environment = new LinkedHashMap<>();
    row.environment().forEach((name, value) -> environment.put(name, servers.ours(value)));
    environment.put("HOME", home.toString());
    // There was no network: nothing but the servers here may answer.
    environment.putIfAbsent("HTTPS_PROXY", "http://127.0.0.1:1");
    return new CosignRun(row, folder, words, environment);
  }

  /// The group of rows that share a home folder with what earlier ones left in it.
  public static String home(CosignRow row) {
    if (row.id().startsWith("tuf-good")) {
      return "tuf-good";
    }
    if (row.id().startsWith("tuf-cache")) {
      return "tuf-cache";
    }
    return row.id().startsWith("tls-") && row.id().contains("login") ? "tls-login" : row.id();
  }

  /// What differs between the recording and an outcome, or the empty text.
  public String difference(CosignServers servers, int exit, String stdout) throws IOException {
    boolean written = row.files("out").stream().allMatch(each -> there(each));
    String told =
        servers
            .recorded(stdout)
            .replace(environment.get("HOME"), "$HOME")
            .replace(folder + "/", "");
    String why = row.difference(exit, told, written);
    return why.isEmpty() ? servers.difference(row.registryAfter()) : why;
  }

  private boolean there(String path) {
    return Files.exists(folder.resolve(path));
  }

  /// Deletes the folder.
  @Override
  public void close() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
