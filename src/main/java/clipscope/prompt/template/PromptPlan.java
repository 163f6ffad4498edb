package clipscope.prompt.template;

import clipscope.prompt.PromptTemplate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Which templates a person tries out, and what a label is called inside of them.
///
/// **Thread:** Immutable.
///
/// @param candidates in the order shown, no template twice, each with a place for the label
/// @param names what stands in the prompts in place of a label: `crane` → `crane (bird)`. A label that is not
///     in it stands for itself
public record PromptPlan(List<Candidate> candidates, Map<String, String> names) {

    /// What a new session begins with.
    public static final PromptPlan FIRST =
            new PromptPlan(List.of(), Map.of()).withTemplates(BundledSet.SHORT.templates());

    public PromptPlan {
        Map<PromptTemplate, Candidate> distinct = new LinkedHashMap<>();
        candidates.stream()
                .filter(candidate -> candidate.template().hasPlace())
                .forEach(candidate -> distinct.putIfAbsent(candidate.template(), candidate));
        candidates = List.copyOf(distinct.values());
        names = Map.copyOf(names);
    }

    /// {@return what stands in the prompts for a label}
    public String name(String label) {
        return names.getOrDefault(label, label);
    }

    /// {@return the prompt of a label}
    public String prompt(PromptTemplate template, String label) {
        return template.fill(name(label));
    }

    /// {@return every template tried out}
    public List<PromptTemplate> templates() {
        return candidates.stream().map(Candidate::template).toList();
    }

    /// {@return the templates of the ensemble}
    public List<PromptTemplate> used() {
        return candidates.stream()
                .filter(Candidate::used)
                .map(Candidate::template)
                .toList();
    }

    /// {@return a plan with these templates and no other, all of them in the ensemble}
    public PromptPlan withTemplates(Collection<PromptTemplate> templates) {
        return new PromptPlan(
                templates.stream()
                        .map(template -> new Candidate(template, true))
                        .toList(),
                names);
    }

    /// {@return a plan with more templates at its end, all of them in the ensemble}
    public PromptPlan withMore(Collection<PromptTemplate> templates) {
        return new PromptPlan(
                Stream.concat(candidates.stream(), templates.stream().map(template -> new Candidate(template, true)))
                        .toList(),
                names);
    }

    /// {@return a plan without a template}
    public PromptPlan without(PromptTemplate template) {
        return new PromptPlan(
                candidates.stream()
                        .filter(candidate -> !candidate.template().equals(template))
                        .toList(),
                names);
    }

    /// {@return a plan with another template in the place of one}
    public PromptPlan withReplaced(PromptTemplate old, PromptTemplate fresh) {
        return new PromptPlan(
                candidates.stream()
                        .map(candidate ->
                                candidate.template().equals(old) ? new Candidate(fresh, candidate.used()) : candidate)
                        .toList(),
                names);
    }

    /// {@return a plan whose ensemble has these of its templates}
    public PromptPlan using(Collection<PromptTemplate> templates) {
        Set<PromptTemplate> chosen = new LinkedHashSet<>(templates);
        return new PromptPlan(
                candidates.stream()
                        .map(candidate -> candidate.withUsed(chosen.contains(candidate.template())))
                        .toList(),
                names);
    }

    /// {@return a plan that has a template in the ensemble, or not}
    public PromptPlan using(PromptTemplate template, boolean used) {
        List<PromptTemplate> chosen = new ArrayList<>(used());
        chosen.remove(template);
        if (used) {
            chosen.add(template);
        }
        return using(chosen);
    }

    /// {@return a plan that calls a label something else; by its own name or by nothing, itself again}
    public PromptPlan withName(String label, String name) {
        Map<String, String> other = new LinkedHashMap<>(names);
        if (name.isBlank() || name.strip().equals(label)) {
            other.remove(label);
        } else {
            other.put(label, name.strip());
        }
        return new PromptPlan(candidates, other);
    }
}
