#include "model/citations.hpp"

namespace vertebra::model {
namespace {

class Collector {
 public:
  void add(const std::vector<int>& sources, const std::string& path) {
    for (const int source : sources) found_.push_back({source, path});
  }

  template <class List>
  void add_all(const List& list, const std::string& section) {
    for (const auto& each : list) add(each.sources, section + "." + each.id);
  }

  void add_opinion(const Opinion& opinion, const std::string& path) {
    add(opinion.sources, path);
    add_all(opinion.arguments, path + ".arguments");
    for (const Claim& claim : opinion.claims) add(claim.sources, path + ".claims");
  }

  std::vector<Citation> take() { return std::move(found_); }

 private:
  std::vector<Citation> found_;
};

}  // namespace

std::vector<Citation> citations(const Vocabulary& vocabulary, const Guide& guide) {
  Collector collector;
  collector.add_all(guide.parameters, "parameters");
  collector.add_all(guide.conditions, "conditions");
  collector.add_all(guide.red_flags, "red_flags");
  collector.add_all(guide.scores, "scores");
  for (const Opinion& opinion : guide.opinions)
    collector.add_opinion(opinion,
                          "treatments." + vocabulary.treatments[static_cast<std::size_t>(opinion.treatment)].id);
  collector.add_all(guide.contraindications, "contraindications");
  collector.add_all(guide.obligations, "obligations");
  collector.add_all(guide.notices, "notices");
  collector.add_all(guide.not_encoded, "not_encoded");
  return collector.take();
}

}  // namespace vertebra::model
