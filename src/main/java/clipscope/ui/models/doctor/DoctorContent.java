package clipscope.ui.models.doctor;

import clipscope.doctor.Diagnosis;
import clipscope.problem.Problem;

/// What the card about this machine shows.
sealed interface DoctorContent {

    record Looking() implements DoctorContent {}

    record Known(Diagnosis diagnosis) implements DoctorContent {}

    record Failed(Problem problem) implements DoctorContent {}
}
