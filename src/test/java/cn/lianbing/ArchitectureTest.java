package cn.lianbing;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Table;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Path;
import java.io.Serializable;

/** Holds design.md: directions, no cycles, and the names that a program can check. */
@AnalyzeClasses(packages = "cn.lianbing", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest static final ArchRule components_form_no_cycle = slices().matching("cn.lianbing.(*)..").should().beFreeOfCycles();

  @ArchTest static final ArchRule components_depend_only_downwards = layeredArchitecture().consideringOnlyDependenciesInAnyPackage("cn.lianbing..").withOptionalLayers(true)
      .layer("platform").definedBy("cn.lianbing.platform..").layer("people").definedBy("cn.lianbing.people..").layer("law").definedBy("cn.lianbing.law..").layer("bank").definedBy("cn.lianbing.bank..").layer("exchange").definedBy("cn.lianbing.exchange..").layer("authoring").definedBy("cn.lianbing.authoring..").layer("paper").definedBy("cn.lianbing.paper..").layer("exam").definedBy("cn.lianbing.exam..").layer("marking").definedBy("cn.lianbing.marking..")
      .layer("notice").definedBy("cn.lianbing.notice..").layer("credit").definedBy("cn.lianbing.credit..").layer("enrolment").definedBy("cn.lianbing.enrolment..").layer("feedback").definedBy("cn.lianbing.feedback..").layer("proposal").definedBy("cn.lianbing.proposal..")
      .layer("roster").definedBy("cn.lianbing.roster..").layer("training").definedBy("cn.lianbing.training..").layer("practice").definedBy("cn.lianbing.practice..").layer("competition").definedBy("cn.lianbing.competition..")
      .layer("eligibility").definedBy("cn.lianbing.eligibility..").layer("certificate").definedBy("cn.lianbing.certificate..").layer("upkeep").definedBy("cn.lianbing.upkeep..").layer("casefile").definedBy("cn.lianbing.casefile..").layer("annex").definedBy("cn.lianbing.annex..").layer("audit").definedBy("cn.lianbing.audit..").layer("report").definedBy("cn.lianbing.report..").layer("launch").definedBy("cn.lianbing.launch..")
      .whereLayer("platform").mayNotAccessAnyLayer()
      .whereLayer("people").mayOnlyAccessLayers("platform")
      .whereLayer("law").mayOnlyAccessLayers("people", "platform")
      .whereLayer("bank").mayOnlyAccessLayers("law", "people", "platform")
      .whereLayer("exchange").mayOnlyAccessLayers("bank", "law", "people", "platform")
      .whereLayer("authoring").mayOnlyAccessLayers("exam", "paper", "notice", "bank", "law", "people", "platform")
      .whereLayer("paper").mayOnlyAccessLayers("bank", "law", "people", "platform")
      .whereLayer("exam").mayOnlyAccessLayers("paper", "bank", "law", "people", "platform")
      .whereLayer("marking").mayOnlyAccessLayers("exam", "bank", "people", "platform")
      .whereLayer("notice").mayOnlyAccessLayers("people", "platform")
      .whereLayer("credit").mayOnlyAccessLayers("people", "platform")
      .whereLayer("roster").mayOnlyAccessLayers("notice", "people", "platform")
      .whereLayer("training").mayOnlyAccessLayers("exam", "roster", "credit", "notice", "people", "platform")
      .whereLayer("enrolment").mayOnlyAccessLayers("training", "roster", "credit", "notice", "people", "platform")
      .whereLayer("feedback").mayOnlyAccessLayers("enrolment", "training", "bank", "roster", "notice", "people", "platform")
      .whereLayer("proposal").mayOnlyAccessLayers("training", "credit", "exam", "paper", "bank", "roster", "notice", "people", "platform")
      .whereLayer("practice").mayOnlyAccessLayers("exam", "paper", "bank", "law", "notice", "people", "platform")
      .whereLayer("practice").mayNotBeAccessedByAnyLayer()
      .whereLayer("competition").mayOnlyAccessLayers("exam", "paper", "notice", "people", "platform")
      .whereLayer("eligibility").mayOnlyAccessLayers("exam", "credit", "notice", "people", "platform")
      .whereLayer("certificate").mayOnlyAccessLayers("eligibility", "exam", "credit", "notice", "people", "platform")
      .whereLayer("upkeep").mayOnlyAccessLayers("certificate", "eligibility", "credit", "notice", "people", "platform")
      .whereLayer("casefile").mayOnlyAccessLayers("notice", "people", "platform")
      .whereLayer("annex").mayNotBeAccessedByAnyLayer()
      .whereLayer("audit").mayOnlyAccessLayers("people", "platform")
      .whereLayer("report").mayOnlyBeAccessedByLayers("annex")
      .whereLayer("launch").mayNotAccessAnyLayer()
      .whereLayer("launch").mayNotBeAccessedByAnyLayer();

  @ArchTest static final ArchRule web_packages_do_not_know_each_other = slices().matching("cn.lianbing.(*).web..").should().notDependOnEachOther().ignoreDependency(alwaysTrue(), resideInAPackage("cn.lianbing.platform.web.."));

  @ArchTest static final ArchRule rules_do_not_know_the_web = noClasses().that().resideOutsideOfPackage("cn.lianbing..web..").should().dependOnClassesThat().resideInAnyPackage("cn.lianbing..web..", "jakarta.faces..", "jakarta.ws.rs..", "jakarta.servlet..", "org.primefaces..");

  @ArchTest static final ArchRule only_use_cases_open_transactions = noClasses().that().resideInAPackage("cn.lianbing..web..").or().areAnnotatedWith(Entity.class).should().beAnnotatedWith(Transactional.class);

  /** Outside of a transaction Payara keeps one entity manager per invocation, shares it with tasks that were submitted from there, and closes it when the first of them ends. */
  @ArchTest static final ArchRule whoever_reads_the_store_has_a_transaction = fields().that().haveRawType(EntityManager.class).should().beDeclaredInClassesThat().areAnnotatedWith(Transactional.class);

  @ArchTest static final ArchRule no_transactions_on_single_methods = noMethods().should().beAnnotatedWith(Transactional.class);

  @ArchTest static final ArchRule only_rules_touch_the_entity_manager = noClasses().that().resideInAPackage("cn.lianbing..web..").should().dependOnClassesThat().areAssignableTo(EntityManager.class);

  @ArchTest static final ArchRule entities_name_their_table = classes().that().areAnnotatedWith(Entity.class).should().beAnnotatedWith(Table.class);

  @ArchTest static final ArchRule entities_have_no_setters = noMethods().that().areDeclaredInClassesThat().areAnnotatedWith(Entity.class).should().haveNameStartingWith("set");

  @ArchTest static final ArchRule entities_change_only_inside_their_component = methods().that().areDeclaredInClassesThat().areAnnotatedWith(Entity.class).and().arePublic().should(new ArchCondition<>("only read (public methods of an entity return something)") {
    @Override
    public void check(JavaMethod method, ConditionEvents events) {
      if (method.getRawReturnType().getName().equals("void")) events.add(SimpleConditionEvent.violated(method, method.getFullName() + " is public and void: make it package-private"));
    }
  });

  /** What lies outside is a client proxy, whose fields are null. */
  @ArchTest static final ArchRule nobody_reads_fields_of_another_bean = classes().should(new ArchCondition<>("not touch fields of other beans") {
    @Override
    public void check(JavaClass origin, ConditionEvents events) {
      for (JavaFieldAccess access : origin.getFieldAccessesFromSelf()) {
        JavaClass owner = access.getTargetOwner();
        boolean bean = owner.isAnnotatedWith(ApplicationScoped.class) || owner.isAnnotatedWith(RequestScoped.class);
        boolean constant = access.getTarget().resolveMember().map(field -> field.getModifiers().contains(JavaModifier.STATIC)).orElse(false);
        if (bean && !constant && !origin.equals(owner)) events.add(SimpleConditionEvent.violated(access, access.getDescription()));
      }
    }
  });

  @ArchTest static final ArchRule pages_are_named_pages = classes().that().areAnnotatedWith(Named.class).and().resideInAPackage("cn.lianbing..web..").and().resideOutsideOfPackage("cn.lianbing.platform.web..").and(describe("no bean of the frame", one -> !one.getSimpleName().equals("MeBean"))).should().haveSimpleNameEndingWith("Page");

  @ArchTest static final ArchRule resources_are_named_resources = classes().that().areAnnotatedWith(Path.class).should().haveSimpleNameEndingWith("Resource").andShould().resideInAPackage("cn.lianbing..web..");

  @ArchTest static final ArchRule view_beans_survive_failover = classes().that().areAnnotatedWith(ViewScoped.class).should().beAssignableTo(Serializable.class).allowEmptyShould(true);

  @ArchTest static final ArchRule web_holds_no_entities = noFields().that().areDeclaredInClassesThat().resideInAPackage("cn.lianbing..web..").should().haveRawType(anEntity());

  @ArchTest static final ArchRule no_layer_suffixes = noClasses().should().haveSimpleNameEndingWith("Impl").orShould().haveSimpleNameEndingWith("Dao").orShould().haveSimpleNameEndingWith("DTO").orShould().haveSimpleNameEndingWith("Dto").orShould().haveSimpleNameEndingWith("Manager").orShould().haveSimpleNameEndingWith("Util").orShould().haveSimpleNameEndingWith("Utils").orShould().haveSimpleNameEndingWith("Helper").orShould().haveSimpleNameEndingWith("Service").orShould().haveSimpleNameStartingWith("Base");

  @ArchTest static final ArchRule no_interface_with_one_implementation = classes().that().areInterfaces().should(new ArchCondition<>("have two implementations") {
    @Override
    public void check(JavaClass type, ConditionEvents events) {
      if (!type.isAnnotation() && type.getAllSubclasses().size() == 1) events.add(SimpleConditionEvent.violated(type, type.getName() + " has a single implementation"));
    }
  });

  @ArchTest static final ArchRule time_comes_from_the_clock = noClasses().that().doNotHaveSimpleName("DatabaseClock").should().callMethod(java.time.Instant.class, "now").orShould().callMethod(java.time.LocalDateTime.class, "now").orShould().callMethod(java.time.LocalDate.class, "now").orShould().callMethod(System.class, "currentTimeMillis");

  /** The launcher's own console is where the operator reads. */
  @ArchTest static final ArchRule nothing_prints = noClasses().that().resideOutsideOfPackage("cn.lianbing.launch..").should(ACCESS_STANDARD_STREAMS);

  @ArchTest static final ArchRule nothing_throws_generic_exceptions = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

  /** Payara's JWT filter would answer 401 before us; see platform.web.Roles. */
  @ArchTest static final ArchRule roles_are_our_own = noClasses().should().dependOnClassesThat().resideInAPackage("jakarta.annotation.security..");

  private static DescribedPredicate<JavaClass> anEntity() {
    return describe("an entity", type -> type.isAnnotatedWith(Entity.class));
  }
}
