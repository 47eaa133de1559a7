package dev.landwaiter.rego.bundle;

import dev.landwaiter.base.text.Glob;
import dev.landwaiter.base.text.InvalidGlobException;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.token.SignedToken;
import dev.landwaiter.rego.load.BundleCheck;
import dev.landwaiter.rego.load.DataFile;
import dev.landwaiter.rego.load.LoadException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Makes sure that a bundle is what was signed (reference 15.6).
public final class SignatureCheck implements BundleCheck {
  private static final String FILE = ".signatures.json";

  private final Optional<Trusted> trusted;

  /// The key that is trusted.
  ///
  /// @param key a secret for HMAC, else a public key in PEM
  /// @param algorithm that the signature must be made with
  /// @param scope that the signature must name, or empty
  /// @param excluded globs for the paths of files that need not be signed
  public record Trusted(String key, String algorithm, String scope, List<String> excluded) {
    public Trusted {
      excluded = List.copyOf(excluded);
    }
  }

  /// @param trusted without it signed bundles are refused
  public SignatureCheck(Optional<Trusted> trusted) {
    this.trusted = trusted;
  }

  @Override
  public void check(String prefix, SortedMap<String, byte[]> files) throws LoadException {
    byte[] content = files.get(FILE);
    if (content == null) {
      if (trusted.isPresent()) {
        throw new LoadException("bundle missing " + FILE + " file");
      }
      return;
    }
    if (trusted.isEmpty()) {
      throw new LoadException("verification key not provided");
    }
    Map<String, FileHash> signed = signed(content, trusted.get());
    List<Glob> excluded = excluded(trusted.get());
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      String name = prefix + file.getKey();
      if (file.getKey().equals(FILE)) {
        continue;
      }
      if (excluded.stream().anyMatch(glob -> glob.matches(name))) {
        signed.remove(name);
        continue;
      }
      compare(name, file.getValue(), Optional.ofNullable(signed.remove(name)));
    }
    if (!signed.isEmpty()) {
      throw new LoadException(
          "file(s) [%s] specified in bundle signatures but not found in the target bundle"
              .formatted(String.join(" ", signed.keySet())));
    }
  }

  private static List<Glob> excluded(Trusted trusted) throws LoadException {
    List<Glob> globs = new ArrayList<>();
    for (String pattern : trusted.excluded()) {
      try {
        globs.add(Glob.compile(pattern));
      } catch (InvalidGlobException e) {
        throw new LoadException("the pattern " + pattern + " to exclude: " + e.getMessage());
      }
    }
    return globs;
  }

  private static void compare(String name, byte[] content, Optional<FileHash> signed)
      throws LoadException {
    if (signed.isEmpty()) {
      throw new LoadException("file " + name + " not included in bundle signature");
    }
    String algorithm = signed.get().algorithm();
    if (algorithm.isEmpty()) {
      throw new LoadException("no hash algorithm provided for file " + name);
    }
    String found = FileHash.of(name, content, algorithm).hash();
    if (!found.equalsIgnoreCase(signed.get().hash())) {
      throw new LoadException(
          "%s: digest mismatch (want: %s, got: %s)".formatted(name, signed.get().hash(), found));
    }
  }

  /// The files that a trusted signature lists.
  private static Map<String, FileHash> signed(byte[] content, Trusted trusted)
      throws LoadException {
    List<Value> tokens =
        DataFile.json(FILE, content).get("signatures").map(Value::elements).orElse(List.of());
    if (tokens.isEmpty()) {
      throw new LoadException(FILE + ": missing JWT (expected exactly one)");
    }
    if (tokens.size() > 1) {
      throw new LoadException(FILE + ": multiple JWTs not supported (expected exactly one)");
    }
    String token = tokens.getFirst().asText();
    try {
      ObjectValue payload = SignedToken.payload(token);
      SignedToken.verify(token, trusted.algorithm(), trusted.key());
      if (!payload.text("scope").equals(trusted.scope())) {
        throw new LoadException("scope mismatch");
      }
      Map<String, FileHash> files = new TreeMap<>();
      for (Value file : payload.get("files").map(Value::elements).orElse(List.of())) {
        files.put(
            file.text("name"),
            new FileHash(file.text("name"), file.text("hash"), file.text("algorithm")));
      }
      return files;
    } catch (BuiltinException e) {
      throw new LoadException(String.valueOf(e.getMessage()));
    }
  }
}
