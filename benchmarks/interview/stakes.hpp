#pragma once

#include <cstdint>
#include <string>

#include "explain/questions.hpp"
#include "interview/people.hpp"

// Whether a listed question can matter at all, by trying.
namespace vertebra::figures {

struct Listed {
  long questions = 0;
  long at_once = 0;  // Some answer changes what is advised, before anything else is known.
  long later = 0;    // Some two answers differ in the advice to somebody who has answered all the rest.
  long never = 0;    // Neither was found.
};

class Stakes {
 public:
  Stakes(const Profile& profile, People& people, int samples);

  // Adds what is listed for somebody half known.
  void count(const Answers& known, Listed& listed);

 private:
  // What is advised, as bytes; nothing where the answers conflict.
  std::string advice(const Answers& answers);
  bool matters_at_once(const Answers& known, std::uint32_t fact);
  bool matters_later(const Answers& known, std::uint32_t fact);
  bool differs(Answers person, const Answers& known, std::uint32_t fact);

  const Profile& profile_;
  People& people_;
  int samples_;
  eval::PatientExecutor executor_;
  eval::Result result_;
  explain::Questions questions_;
};

}  // namespace vertebra::figures
