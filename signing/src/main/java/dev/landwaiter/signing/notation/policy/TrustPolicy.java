package dev.landwaiter.signing.notation.policy;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.ProtoFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/// A trust policy document (trust store and trust policy, version 1.0). Members that are not known
/// are refused: a misspelt one would otherwise leave out what its author asked for.
public record TrustPolicy(Kind kind, List<PolicyStatement> statements) {
  /// The names under which a configuration folder holds policies for images, the newer first.
  public static final List<String> IMAGE_FILES =
      List.of("trustpolicy.oci.json", "trustpolicy.json");

  /// The name under which it holds the policy for files.
  public static final String BLOB_FILE = "trustpolicy.blob.json";

  private static final long LARGEST = 16 << 20;

  /// What a policy is for.
  public enum Kind {
    IMAGE,
    BLOB
  }

  public TrustPolicy {
    statements = List.copyOf(statements);
  }

  /// Reads a document.
  ///
  /// @param where its name, for messages
  /// @throws RefusedException with POLICY for everything that is wrong with it
  public static TrustPolicy read(String where, Kind kind, Bytes text) throws RefusedException {
    try {
      return new TrustPolicy(kind, StatementReader.all(ProtoFields.parse(where, text), kind));
    } catch (RefusedException e) {
      throw new RefusedException(
          FailureClass.POLICY, e.refusal().message(), e.refusal().expected(), e.refusal().found());
    }
  }

  /// Reads the document of a configuration folder.
  ///
  /// @throws RefusedException with POLICY when there is none, it is no regular file or wrong
  public static TrustPolicy load(Path folder, Kind kind) throws RefusedException {
    List<String> names = kind == Kind.IMAGE ? IMAGE_FILES : List.of(BLOB_FILE);
    for (String name : names) {
      Path file = folder.resolve(name);
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        try {
          if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LARGEST) {
            throw new RefusedException(
                FailureClass.POLICY, file + " is no regular file of at most 16 MiB");
          }
          return read(file.toString(), kind, Bytes.of(Files.readAllBytes(file)));
        } catch (RefusedException e) {
          throw e;
        } catch (IOException e) {
          throw new RefusedException(
              FailureClass.POLICY, file + " cannot be read: " + e.getMessage());
        }
      }
    }
    throw new RefusedException(
        FailureClass.POLICY,
        "there is no trust policy: no " + String.join(" and no ", names) + " in " + folder);
  }

  /// The statement for a repository: the one that names it, else the one for all.
  ///
  /// @param repository with its host, without tag and digest
  /// @throws RefusedException with POLICY when there is none
  public PolicyStatement forRepository(String repository) throws RefusedException {
    for (String scope : List.of(repository, "*")) {
      for (PolicyStatement each : statements) {
        if (each.scopes().contains(scope)) {
          return each;
        }
      }
    }
    throw new RefusedException(
        FailureClass.POLICY, "no statement of the trust policy is about " + repository);
  }

  /// The statement of a name; with an empty name the global one.
  ///
  /// @throws RefusedException with POLICY when there is none
  public PolicyStatement named(String name) throws RefusedException {
    for (PolicyStatement each : statements) {
      if (name.isEmpty() ? each.global() : each.name().equals(name)) {
        return each;
      }
    }
    throw new RefusedException(
        FailureClass.POLICY,
        name.isEmpty()
            ? "the trust policy has no global statement"
            : "the trust policy has no statement '" + name + "'");
  }
}
