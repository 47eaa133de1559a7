package dev.landwaiter.dockerfile.rule.all;

import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.rule.buildkit.ConsistentInstructionCasing;
import dev.landwaiter.dockerfile.rule.buildkit.CopyIgnoredFile;
import dev.landwaiter.dockerfile.rule.buildkit.DuplicateStageName;
import dev.landwaiter.dockerfile.rule.buildkit.ExposeInvalidFormat;
import dev.landwaiter.dockerfile.rule.buildkit.ExposeProtoCasing;
import dev.landwaiter.dockerfile.rule.buildkit.FromAsCasing;
import dev.landwaiter.dockerfile.rule.buildkit.FromPlatformFlagConstDisallowed;
import dev.landwaiter.dockerfile.rule.buildkit.InvalidBaseImagePlatform;
import dev.landwaiter.dockerfile.rule.buildkit.InvalidDefaultArgInFrom;
import dev.landwaiter.dockerfile.rule.buildkit.InvalidDefinitionDescription;
import dev.landwaiter.dockerfile.rule.buildkit.JSONArgsRecommended;
import dev.landwaiter.dockerfile.rule.buildkit.LegacyKeyValueFormat;
import dev.landwaiter.dockerfile.rule.buildkit.MaintainerDeprecated;
import dev.landwaiter.dockerfile.rule.buildkit.MultipleInstructionsDisallowed;
import dev.landwaiter.dockerfile.rule.buildkit.NoEmptyContinuation;
import dev.landwaiter.dockerfile.rule.buildkit.RedundantTargetPlatform;
import dev.landwaiter.dockerfile.rule.buildkit.ReservedStageName;
import dev.landwaiter.dockerfile.rule.buildkit.SecretsUsedInArgOrEnv;
import dev.landwaiter.dockerfile.rule.buildkit.StageNameCasing;
import dev.landwaiter.dockerfile.rule.buildkit.UndefinedArgInFrom;
import dev.landwaiter.dockerfile.rule.buildkit.UndefinedVar;
import dev.landwaiter.dockerfile.rule.buildkit.WorkdirRelativePath;
import java.util.List;

/// The builder's own checks.
public final class BuilderRules {
  public static final List<Rule> ALL =
      List.of(
          new ConsistentInstructionCasing(),
          new CopyIgnoredFile(),
          new DuplicateStageName(),
          new ExposeInvalidFormat(),
          new ExposeProtoCasing(),
          new FromAsCasing(),
          new FromPlatformFlagConstDisallowed(),
          new InvalidBaseImagePlatform(),
          new InvalidDefaultArgInFrom(),
          new InvalidDefinitionDescription(),
          new JSONArgsRecommended(),
          new LegacyKeyValueFormat(),
          new MaintainerDeprecated(),
          new MultipleInstructionsDisallowed(),
          new NoEmptyContinuation(),
          new RedundantTargetPlatform(),
          new ReservedStageName(),
          new SecretsUsedInArgOrEnv(),
          new StageNameCasing(),
          new UndefinedArgInFrom(),
          new UndefinedVar(),
          new WorkdirRelativePath());

  private BuilderRules() {}
}
