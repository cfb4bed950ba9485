import type { StaffRole } from '#database';

export interface LearnerIdentity {
  readonly kind: 'learner';
  readonly learnerId: string;
  readonly partnerId: string;
}

export interface StaffIdentity {
  readonly kind: 'staff';
  readonly instructorId: string;
  readonly partnerId: string;
  readonly role: StaffRole;
}

/** Who is signed in. Passed on as an argument: nothing below a controller asks for it. */
export type Identity = LearnerIdentity | StaffIdentity;

declare module 'fastify' {
  interface FastifyRequest {
    identity?: Identity;
  }
}
